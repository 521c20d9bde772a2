/** Something is on its way. Said in words; no motion is needed to understand it. */
export function Busy(props: { readonly children: string }) {
  return (
    <p role="status" className="p-6 text-center text-subtle">
      {props.children}
    </p>
  );
}
