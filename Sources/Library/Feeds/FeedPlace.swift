/// Where the article of an entry stands, among the paths of files.
///
/// Two slashes, which no path in the folder has, keep it apart from those; and `~` is behind nearly all that names of files begin
/// with, so that a page which the user saved is shown in place of what the feed has of it.
enum FeedPlace {
    static let prefix = "~feeds//"
    /// What is next to every path with the prefix.
    static let end = "~feeds/0"

    static func path(feed: String, key: String) -> String { prefix + feed + "/" + key }

    /// What the paths of one feed's entries begin with, and what comes next to them.
    static func bounds(feed: String) -> (from: String, to: String) { (prefix + feed + "/", prefix + feed + "0") }
}
