using Isthmus.Core.MasterData;
using Microsoft.Extensions.Configuration;

namespace Isthmus.Functions.MasterData;

/// <summary>Every flow of master data to the CRM; what others point to comes first.</summary>
public sealed class MasterFlows
{
    private static readonly string[] PointedTo = ["Accounts", "Vendors", "Products", "Contacts"];
    private readonly Dictionary<string, IMasterFlow> byName;
    private readonly IConfiguration configuration;

    /// <summary>The flows that are registered.</summary>
    public MasterFlows(IEnumerable<IMasterFlow> flows, IConfiguration configuration)
    {
        this.configuration = configuration;
        All = [.. flows.OrderBy(flow => Array.IndexOf(PointedTo, flow.Module) is var place && place < 0 ? PointedTo.Length : place)];
        byName = All.ToDictionary(flow => flow.Name, StringComparer.Ordinal);
    }

    /// <summary>All of them, in the order in which they are best carried.</summary>
    public IReadOnlyList<IMasterFlow> All { get; }

    /// <summary>All of them in that order, from one on and around; from the first where there is none of that name.</summary>
    public IEnumerable<IMasterFlow> From(string? name)
    {
        var before = All.TakeWhile(flow => flow.Name != name).ToList();
        return before.Count == All.Count ? All : All.Skip(before.Count).Concat(before);
    }

    /// <summary>A flow by its name, or null.</summary>
    public IMasterFlow? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The key of a record in the CRM: connection, company and the record's own key.</summary>
    public string KeyOf(IMasterFlow flow, string key) => $"{flow.Connection}:{CompanyOf(flow)}:{key}";

    /// <summary>The record's own key of one in the CRM; null where it is none of this flow's connection and company.</summary>
    public string? OwnKey(IMasterFlow flow, string? crmKey)
    {
        var lead = KeyOf(flow, "");
        return crmKey?.StartsWith(lead, StringComparison.OrdinalIgnoreCase) == true ? crmKey[lead.Length..] : null;
    }

    private string CompanyOf(IMasterFlow flow) => flow.Company
        ?? Setting(flow.Connection, "Company") ?? Setting(flow.Connection, "CompanyId") ?? "";

    private string? Setting(string connection, string name) =>
        configuration[$"Isthmus:Connections:{connection}:{name}"] is { Length: > 0 } value ? value : null;
}
