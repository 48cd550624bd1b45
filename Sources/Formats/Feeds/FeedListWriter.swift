/// Writes a list of feeds as OPML 2.0 (http://opml.org/spec2.opml), which every reader of feeds imports.
public enum FeedListWriter {
    /// The list as a document in UTF-8. Feeds stand in their folders, folders and feeds in the order in which they are
    /// first met. Text that XML cannot hold is left out. Linear.
    public static func opml(_ feeds: [FeedSubscription], title: String = "Dossier") -> String {
        let root = Folder(name: "")
        for feed in feeds { root.add(feed, in: feed.folders[...]) }
        var text = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n" + #"<opml version="2.0">"# + "\n"
        text += "  <head>\n    <title>\(escaped(title))</title>\n  </head>\n  <body>\n"
        root.write(to: &text, depth: 2)
        return text + "  </body>\n</opml>\n"
    }

    private final class Folder {
        enum Child {
            case folder(Folder)
            case feed(FeedSubscription)
        }

        let name: String
        private var children: [Child] = []
        private var places: [String: Int] = [:]

        init(name: String) { self.name = name }

        func add(_ feed: FeedSubscription, in folders: ArraySlice<String>) {
            guard let first = folders.first else { return children.append(.feed(feed)) }
            let place = places[first] ?? children.count
            if place == children.count {
                places[first] = place
                children.append(.folder(Folder(name: first)))
            }
            guard case .folder(let folder) = children[place] else { return }
            folder.add(feed, in: folders.dropFirst())
        }

        func write(to text: inout String, depth: Int) {
            let indent = String(repeating: "  ", count: depth)
            for child in children {
                switch child {
                case .feed(let feed): text += indent + FeedListWriter.outline(feed) + "\n"
                case .folder(let folder):
                    let name = escaped(folder.name)
                    text += indent + "<outline text=\"\(name)\" title=\"\(name)\">\n"
                    folder.write(to: &text, depth: depth + 1)
                    text += indent + "</outline>\n"
                }
            }
        }
    }

    private static func outline(_ feed: FeedSubscription) -> String {
        let title = escaped(feed.title ?? feed.feedURL)
        var text = #"<outline type="rss" text="\#(title)" title="\#(title)" xmlUrl="\#(escaped(feed.feedURL))""#
        if let site = feed.siteURL { text += #" htmlUrl="\#(escaped(site))""# }
        if let summary = feed.summary { text += #" description="\#(escaped(summary))""# }
        return text + "/>"
    }

    /// `text` for an element or an attribute in double quotes, without the controls that XML 1.0 has no place for.
    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "\n", "\t", "\r": result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
            case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": break
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
