using System.Globalization;
using System.Text.Json;
using Isthmus.Sandbox.Faults;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;

namespace Isthmus.Sandbox.ZohoCrm.Api;

/// <summary>One call that was let in.</summary>
internal sealed class CrmCall(HttpRequest request, Org org, FaultPlan faults, JsonElement body)
{
    public Org Org { get; } = org;

    public FaultPlan Faults { get; } = faults;

    /// <summary>Undefined when the call has none.</summary>
    public JsonElement Body { get; } = body;

    public DateTimeOffset Now { get; } = org.Now;

    public CrmUser User { get; } = CrmUser.Integration;

    /// <summary>Where the API host is, as the token answer says it.</summary>
    public string ApiDomain { get; } = $"{request.Scheme}://{request.Host}/{DataCenters.All[org.Location].Api}";

    /// <summary>"POST /zoho-crm/crm/v8/Accounts/upsert", as faults know it.</summary>
    public string Subject { get; } = $"{request.Method} {request.Path}";

    public string Path(string name) => (string)request.RouteValues[name]!;

    public string? Parameter(string name) => request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;

    public string Needed(string name) => Parameter(name) ?? throw CrmRefusal.Missing(name);

    public bool Flag(string name) => Parameter(name) is "true";

    public int Number(string name, int otherwise, int most)
    {
        if (Parameter(name) is not { } text) return otherwise;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
            throw CrmRefusal.Parameter(name);
        return number <= most ? number : throw CrmRefusal.Limit(name, most);
    }

    /// <summary>Records a page: 200 is the default and the most.</summary>
    public int PerPage => Number("per_page", 200, 200);

    public int Page => Number("page", 1, 100_000);

    public string[] Several(string name) =>
        Needed(name).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The module of the path, open in this edition.</summary>
    public CrmModule Module(string name = "module") => Module(Path(name), 0);

    public CrmModule Module(string apiName, int pathIndex)
    {
        if (apiName is "Documents" or "Projects") throw CrmRefusal.ModuleNotInApi();
        return Org.Find(apiName) is { IsSubform: false } module && Org.IsOpen(module) ? module
            : throw CrmRefusal.Module(pathIndex);
    }

    /// <summary>The module that the parameter names, open in this edition.</summary>
    public CrmModule NeededModule(bool orRows = false) =>
        Org.Find(Needed("module")) is { } module && Org.IsOpen(module) && (orRows || !module.IsSubform) ? module
            : throw new CrmRefusal(400, "INVALID_MODULE", "the module name given seems to be invalid");

    /// <summary>The time of a header such as If-Modified-Since.</summary>
    public DateTimeOffset? Since(string header)
    {
        if (request.Headers[header] is not [{ Length: > 0 } text, ..]) return null;
        return CrmTime.TryRead(text, out var time) ? time : throw CrmRefusal.Parameter(header);
    }

    public string? Header(string name) => request.Headers[name] is [{ Length: > 0 } text, ..] ? text : null;

    /// <exception cref="CrmRefusal">It is no number of at most 19 digits.</exception>
    public static long Id(string text, int pathIndex = 1) => TryId(text, out var id) ? id : throw CrmRefusal.Id(pathIndex);

    public static bool TryId(string? text, out long id) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && text!.Length is > 8 and <= 19;
}
