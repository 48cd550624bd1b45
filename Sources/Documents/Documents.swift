import Articles
import CArchive
import CGumbo
import CMime
import CUchardet
import CXML
import Formats
import Text

/// The readers of formats whose parsers are written in C.
public enum Documents {}
