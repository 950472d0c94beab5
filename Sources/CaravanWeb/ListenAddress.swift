import CaravanServer

/// Where a listener listens. The name keeps it apart from the framework's own `ServerConfiguration`.
public typealias ListenAddress = ServerConfiguration.Address
