import Articles
import Documents
import Fetching
import Formats
import Text
import Workers
