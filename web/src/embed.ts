// The one line that other pages need: <script type="module" src="…/embed.js"></script>
import { define, defineWhenSeen, tags } from "./elements/loader.js";
import { fitFrames } from "./page/frames.js";

export { define, tags };

defineWhenSeen();
fitFrames();
