namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which key an HTTP caller must show.</summary>
public enum AuthorizationLevel
{
    /// <summary>None.</summary>
    Anonymous = 0,

    /// <summary>A user's token; no host accepts it for functions of an app.</summary>
    User = 1,

    /// <summary>A function key or the master key.</summary>
    Function = 2,

    /// <summary>The key of an extension or the master key.</summary>
    System = 3,

    /// <summary>The master key.</summary>
    Admin = 4,
}
