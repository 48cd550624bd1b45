import Library
import Search
import Topics

/// A view that was visited, with all that leads back to it.
struct Place: Hashable, Sendable {
    /// What makes it another view than the one before.
    enum Key: Hashable, Sendable {
        case library(LibraryFilter)
        case search(String)
        case alike(LikeTarget)
        case notes
        case topics
        case topicPage(TopicID)
        case article(ArticleID)
        case board(Board.Address)
    }

    var key: Key
    var pane: Pane
    var source: Source
    var filter: LibraryFilter
    var order: SearchRequest.Order
    /// The article under the library's cursor.
    var listed: ArticleID?
    var question: SearchQuestion
    /// The article under the cursor of the results.
    var found: ArticleID?
    /// The topic under the tree's cursor.
    var topic: TopicID?
    var page: TopicPage?
    /// What lies over the panes, with all that it leads back to.
    var board: Board?
}

/// The views that were visited, and where among them the reader is.
struct History: Hashable, Sendable {
    /// How many are kept.
    static let most = 100

    private(set) var places: [Place] = []
    private(set) var index = 0

    /// Takes the view that is shown. Where it is the one before, or the one after, the reader is there again, as if he had
    /// gone back or forward; another one takes the place of those that he had gone back from.
    mutating func visit(_ place: Place) {
        guard !places.isEmpty else { return places = [place] }
        if places[index].key == place.key { return places[index] = place }
        if index > 0, places[index - 1].key == place.key {
            index -= 1
            return places[index] = place
        }
        if index + 1 < places.count, places[index + 1].key == place.key {
            index += 1
            return places[index] = place
        }
        places.removeSubrange((index + 1)...)
        places.append(place)
        if places.count > Self.most { places.removeFirst(places.count - Self.most) }
        index = places.count - 1
    }

    /// The view so many steps back (less than 0) or forward; nothing at an end.
    mutating func step(by distance: Int) -> Place? {
        guard places.indices.contains(index + distance) else { return nil }
        index += distance
        return places[index]
    }
}
