using Isthmus.Sandbox.ZohoInventory.Bodies;

namespace Isthmus.Sandbox.ZohoInventory.Api;

/// <summary>One operation of the API. The scope is without its "ZohoInventory." prefix; a null shape takes no body.</summary>
internal sealed record Route(string Method, string Template, string? Scope, Func<ApiCall, Answer> Handle, Shape? Body)
{
    /// <summary>Only GET /organizations can be called without an organization_id.</summary>
    public bool NeedsOrganization { get; init; } = true;

    /// <summary>The body may be an array of the shape's objects.</summary>
    public bool TakesArray { get; init; }
}

/// <summary>The operations that are served.</summary>
internal sealed class RouteList
{
    public List<Route> Routes { get; } = [];

    public void Get(string template, string scope, Func<ApiCall, Answer> handle) =>
        Routes.Add(new("GET", template, scope, handle, null));

    public void Post(string template, string scope, Func<ApiCall, Answer> handle, Shape? body = null) =>
        Routes.Add(new("POST", template, scope, handle, body));

    public void Put(string template, string scope, Func<ApiCall, Answer> handle, Shape body) =>
        Routes.Add(new("PUT", template, scope, handle, body));

    public void Delete(string template, string scope, Func<ApiCall, Answer> handle) =>
        Routes.Add(new("DELETE", template, scope, handle, null));

    public void Add(Route route) => Routes.Add(route);
}
