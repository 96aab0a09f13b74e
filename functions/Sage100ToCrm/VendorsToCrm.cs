using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.MasterData;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>Vendors become Vendors, hourly; only the agent knows them.</summary>
internal sealed class VendorsToCrm(SageAgentClient sage, SageToCrmOptions options) : SageFlow(new SageRows(sage, Table, KeyColumns))
{
    private const string Table = "AP_Vendor";

    private static readonly string[] KeyColumns = ["APDivisionNo", "VendorNo"];

    public override string Name => "sage-100-vendors";

    public override string Module => "Vendors";

    public override string Mapping => "sage-100-vendor-to-crm-vendor";

    public override Cadence Cadence => Cadence.Hourly;

    public override bool Enabled => options.Vendors;

    public override async Task<SourceRecord?> FindAsync(string key, CancellationToken cancellation) =>
        SageKeys.Read(key, KeyColumns) is { } read && await sage.ReadAsync(Table, read, cancellation) is { } row ? RecordOf(row) : null;

    protected override string KeyOf(JsonElement row) => SageKeys.Divided(row, KeyColumns[0], KeyColumns[1]);

    protected override string? SkipOf(JsonElement row) => SkipRules.Of(options, row, "APDivisionNo", "VendorStatus");
}
