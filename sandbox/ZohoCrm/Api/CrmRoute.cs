namespace Isthmus.Sandbox.ZohoCrm.Api;

/// <summary>One operation. The scope is without "ZohoCRM."; {module} in it becomes the module's word.</summary>
internal sealed record CrmRoute(string Method, string Template, string Scope, Func<CrmCall, CrmAnswer> Handle)
{
    /// <summary>Takes a JSON body.</summary>
    public bool TakesBody => Method is "POST" or "PUT" or "PATCH";

    /// <summary>Errors of the whole call may come inside data[].</summary>
    public bool WritesRecords { get; init; }

    /// <summary>A search needs this scope of another family as well.</summary>
    public string? FurtherScope { get; init; }
}

/// <summary>The operations that are served.</summary>
internal sealed class CrmRouteList
{
    public List<CrmRoute> Routes { get; } = [];

    public void Get(string template, string scope, Func<CrmCall, CrmAnswer> handle) => Add("GET", template, scope, handle);

    public void Post(string template, string scope, Func<CrmCall, CrmAnswer> handle) => Add("POST", template, scope, handle);

    public void Put(string template, string scope, Func<CrmCall, CrmAnswer> handle) => Add("PUT", template, scope, handle);

    public void Patch(string template, string scope, Func<CrmCall, CrmAnswer> handle) => Add("PATCH", template, scope, handle);

    public void Delete(string template, string scope, Func<CrmCall, CrmAnswer> handle) => Add("DELETE", template, scope, handle);

    public void Add(CrmRoute route) => Routes.Add(route);

    private void Add(string method, string template, string scope, Func<CrmCall, CrmAnswer> handle) =>
        Add(new CrmRoute(method, template, scope, handle));
}
