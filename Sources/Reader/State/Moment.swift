/// A point in time, in milliseconds of a clock that only goes forward; what it counts from means nothing.
public struct Moment: Hashable, Sendable, Comparable {
    public var milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static func < (left: Moment, right: Moment) -> Bool { left.milliseconds < right.milliseconds }

    /// The moment so many milliseconds later.
    public func after(milliseconds: Int64) -> Moment { Moment(milliseconds: self.milliseconds + milliseconds) }
}
