import Terminal

/// What happens to the reader.
public enum Message: Hashable, Sendable {
    case key(Key)
    case mouse(Mouse)
    case paste(String)
    case resize(columns: Int, rows: Int)
    /// A moment that ``ReaderState/nextTick`` asked for has come.
    case tick
    case answer(Answer)
}
