/** Japanese for machines without it; in slices, of which a browser loads the ones a page needs. */
import '@fontsource-variable/noto-sans-jp';
