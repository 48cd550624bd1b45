import Configuration
import Library
import Search
import Topics

/// A ``Verb`` with what it is to be done with, checked.
public enum Instruction: Hashable, Sendable {
    case open(ArticleID)
    /// An article of the library by the beginning of its id.
    case openNamed(String)
    /// A row of the list or a line of the article, from 1.
    case goTo(Int)
    case tag(String)
    case topic(TopicID)
    /// An empty query shows all.
    case filter(String)
    case search(String)
    case find(String)
    case sort(SearchRequest.Order)
    case export(ExportFormat, file: String)
    case theme(ThemeChoice)
    /// Columns.
    case measure(Int)
    /// For this session.
    case set(Setting, SettingValue)
    case runSearch(SavedSearch)
    case saveSearch(name: String, query: String)
    case removeSearch(SavedSearch)
}
