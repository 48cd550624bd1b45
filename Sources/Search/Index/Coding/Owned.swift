/// A value of a class that only the class reaches, at a place of its own.
///
/// A changing property of a class is looked at before each use, whether somebody else is in the middle of one. For what is used for
/// every term of an index these looks cost more than the uses; what is kept here is not looked at. The class uses it from one thread,
/// and never begins a use within another.
struct Owned<Value: ~Copyable>: ~Copyable {
    private let place: UnsafeMutablePointer<Value>

    init(_ value: consuming Value) {
        place = .allocate(capacity: 1)
        place.initialize(to: value)
    }

    deinit {
        place.deinitialize(count: 1)
        place.deallocate()
    }

    var value: Value {
        @inline(__always) _read { yield place.pointee }
        @inline(__always) nonmutating _modify { yield &place.pointee }
    }
}
