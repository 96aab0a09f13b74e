using Isthmus.Sandbox.Faults;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Data;

/// <summary>One company's database. Callers hold <see cref="Gate"/> while they read or write.</summary>
internal sealed class Company(WebApiSettings settings, FaultPlan faults, TimeProvider clock)
{
    public const string Id = "SAMLTD";

    private readonly Dictionary<string, Table> tables =
        Schemas.All().ToDictionary(schema => schema.Resource, schema => new Table(schema), StringComparer.Ordinal);

    public Lock Gate { get; } = new();

    public WebApiSettings Settings => settings;

    public FaultPlan Faults => faults;

    /// <summary>Last numbers given, by what they number.</summary>
    public Dictionary<string, long> Counters { get; } = [];

    public IEnumerable<Table> Tables => tables.Values;

    public Table this[string resource] => tables[resource];

    public Table? Find(string resource) => tables.GetValueOrDefault(resource);

    /// <summary>The day in the company's office; Sage keeps no times.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), settings.Zone).DateTime);

    public long Next(string counter) => Counters[counter] = Counters.GetValueOrDefault(counter) + 1;

    public void Reset()
    {
        foreach (var table in tables.Values) table.Clear();
        Counters.Clear();
    }
}
