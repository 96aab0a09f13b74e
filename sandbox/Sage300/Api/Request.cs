using System.Text.Json;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Api;

/// <summary>A call that may go on.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Root">The address of the company: <c>http://HOST/.../v1.0/-/SAMLTD</c>.</param>
/// <param name="Key">What stands between the brackets; null for the whole resource.</param>
/// <param name="Query">The options.</param>
/// <param name="Body">The JSON that was sent.</param>
internal sealed record Request(string Method, string Root, string? Key, IQueryCollection Query, JsonElement? Body)
{
    public JsonElement NeedBody() => Body ?? throw WebApiError.Payload("The body is empty.");

    public string Context(EntitySchema schema, IReadOnlyList<string>? select, bool one) =>
        $"{Root}/{schema.Module}/$metadata#{schema.Resource}"
        + (select is null ? "" : $"({string.Join(',', select)})") + (one ? "/$entity" : "");
}
