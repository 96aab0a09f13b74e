using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Api;

/// <summary>One admitted call: the token, the organisation and the shape of the body have been checked.</summary>
internal sealed class ApiCall(HttpRequest request, Company company, Body body, DateTimeOffset now)
{
    public Company Company { get; } = company;

    public Body Body { get; } = body;

    public DateTimeOffset Now { get; } = now;

    public IQueryCollection Parameters => request.Query;

    public string Id => (string)request.RouteValues["id"]!;

    public bool HasId => request.RouteValues.ContainsKey("id");

    public string SubId => (string)request.RouteValues["sub"]!;

    public string? Parameter(string name)
    {
        var value = request.Query[name];
        return value.Count == 0 || value[0]!.Length == 0 ? null : value[0];
    }

    public string Needed(string name) => Parameter(name) ?? throw Refusal.Parameter(name);

    public bool Flag(string name) => Parameter(name) switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw Refusal.Parameter(name),
    };

    public IEnumerable<string> Several(string name) =>
        Needed(name).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
