using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function at an HTTP request.</summary>
public sealed class HttpTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Every method, with a function key.</summary>
    public HttpTriggerAttribute() : this(AuthorizationLevel.Function, []) { }

    /// <summary>Every method, with the key that <paramref name="authLevel"/> asks for.</summary>
    public HttpTriggerAttribute(AuthorizationLevel authLevel) : this(authLevel, []) { }

    /// <summary>The given methods, with the key that <paramref name="authLevel"/> asks for.</summary>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) => (AuthLevel, Methods) = (authLevel, methods);

    /// <summary>The given methods, with a function key.</summary>
    public HttpTriggerAttribute(params string[] methods) : this(AuthorizationLevel.Function, methods) { }

    /// <summary>Which key a caller must show.</summary>
    public AuthorizationLevel AuthLevel { get; }

    /// <summary>The HTTP methods that reach the function; none given: all.</summary>
    public string[]? Methods { get; }

    /// <summary>The route template below host.json's <c>routePrefix</c>; null: the function's name.</summary>
    public string? Route { get; set; }
}
