using Isthmus.Agent.Business;
using Isthmus.Sandbox.Sage100.Boi;
using Isthmus.Sandbox.Sage100.Data;

namespace Isthmus.Sandbox.Sage100.Host;

/// <summary>A _svc object over one table.</summary>
internal sealed class EmulatedService(Company company, Table table) : IBusinessService
{
    private readonly Dictionary<string, string> parts = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Keys => table.Schema.Keys;

    public BoiError? Error { get; private set; }

    public void SetKeyValue(string column, string value) =>
        parts[column] = ColumnRules.Format(table.Schema.Find(column)!, value, company.Settings.Release);

    public IBusinessRow? Find()
    {
        if (Keys.FirstOrDefault(part => !parts.ContainsKey(part)) is not { } missing)
            return table.Find(TableKey.Of(Keys.Select(part => parts[part])));
        Error = new BoiError(table.Schema.Bus, missing, null, $"The {table.Schema.Find(missing)!.Label} is required");
        return null;
    }
}
