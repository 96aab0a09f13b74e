using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Organization;

/// <summary>The one organisation: its edition, its modules with their records, and what was deleted.</summary>
internal sealed class Org(TimeProvider clock)
{
    public const string Zgid = "70012345";
    private const long FirstRecord = MetaId.First + MetaId.Span;
    private readonly Dictionary<string, CrmModule> modules = [];
    private CrmSettings settings = new();
    private long lastId;

    public Lock Gate { get; } = new();

    public CrmSettings Settings
    {
        get => settings;
        set => (settings, Zone) = (value, TimeZoneInfo.FindSystemTimeZoneById(value.UserTimeZone));
    }

    /// <summary>Of the token's user.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.FindSystemTimeZoneById(new CrmSettings().UserTimeZone);

    public string PaidType { get; set; } = "enterprise";

    public string Location { get; set; } = DataCenters.Default;

    /// <summary>Whether the first accounts server goes on answering when the organisation has moved.</summary>
    public bool FirstAccountsStays { get; set; } = true;

    public Tier Tier => Tiers.OfPaidType[PaidType];

    public bool HasCurrencies => Settings.MultiCurrency && Tier >= Tier.Enterprise;

    public IReadOnlyCollection<CrmModule> Modules => modules.Values;

    public IReadOnlyList<Pipeline> Pipelines { get; set; } = Pipeline.Standard;

    public List<DeletedRecord> Deleted { get; set; } = [];

    /// <summary>Custom fields beyond those of the shipped files, so that a restart knows them.</summary>
    public List<FieldDefinition> Definitions { get; set; } = [];

    /// <summary>Links of records that no lookup holds: (module, id, related list) to ids.</summary>
    public Dictionary<string, List<long>> Links { get; set; } = [];

    /// <summary>Records that queries looked at, so that a test can tell an index from a scan.</summary>
    public long LookedAt { get; set; }

    public Automations Automations { get; } = new();

    /// <summary>What happened since the last call began.</summary>
    public List<Happening> Happenings { get; } = [];

    public DateTimeOffset Now => CrmTime.WholeSecond(clock.GetUtcNow());

    public long LastId { get => lastId; set => lastId = Math.Max(lastId, value); }

    public long NextId() => FirstRecord + ++lastId;

    public void Add(CrmModule module) => modules[module.ApiName] = module;

    public CrmModule? Find(string name) => modules.GetValueOrDefault(name);

    public bool IsOpen(CrmModule module) => Tier >= module.Minimum;

    /// <summary>Whether a module has a field now: some come and go with the edition.</summary>
    public bool Has(CrmField field) => !field.NeedsCurrencies || HasCurrencies;

    public string Show(DateTimeOffset time) => CrmTime.Show(time, Zone);

    /// <summary>Forgets records, not what is set up.</summary>
    public void Forget()
    {
        foreach (var module in modules.Values) module.Records.Clear();
        Deleted.Clear();
        Links.Clear();
        Happenings.Clear();
        Automations.Clear();
    }
}
