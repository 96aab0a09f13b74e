using Isthmus.Sandbox.Faults;
using Isthmus.Sandbox.Sage100.Locks;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Data;

/// <summary>One company's data files. Callers hold <see cref="Gate"/> while they read or write.</summary>
internal sealed class Company
{
    public const string Code = "ABC";

    private readonly Dictionary<string, Table> tables;

    public Company(SageSettings settings, FaultPlan faults, TimeProvider clock)
    {
        Settings = settings;
        Time = new HostTime(clock, () => settings.TimeZone);
        Locks = new RecordLocks(faults, clock);
        tables = Schemas().ToDictionary(schema => schema.Object, schema => new Table(schema), StringComparer.Ordinal);
        StandardData.Fill(this);
        StandardAccounts.Fill(this);
    }

    public Lock Gate { get; } = new();

    public SageSettings Settings { get; }

    public HostTime Time { get; }

    public RecordLocks Locks { get; }

    public NumberCounters Numbers { get; private set; } = new();

    public IReadOnlyCollection<Table> Tables => tables.Values;

    public Table this[string name] => tables[name];

    public Table? Find(string name) => tables.GetValueOrDefault(name);

    public void Reset()
    {
        foreach (var table in tables.Values) table.Clear();
        Numbers = new NumberCounters();
        Locks.Clear();
        StandardData.Fill(this);
        StandardAccounts.Fill(this);
    }

    private static IEnumerable<TableSchema> Schemas() =>
    [
        CustomerSchema.Build(), CustomerContactSchema.Build(), SalesOrderSchema.Build(), ItemSchema.Build(), ItemWarehouseSchema.Build(),
        SalesOrderHistorySchema.Build(), InvoiceSchema.Build(), TrackingSchema.Build(), InvoiceHistorySchema.Build(),
        TrackingSchema.BuildHistory(), OpenInvoiceSchema.Build(), ReceivableInvoiceSchema.Build(), CashReceiptsSchema.Build(),
        ReturnSchema.Build(), AccountSchema.Build(), BankSchema.Build(), JournalSchema.Build(), PriceCodeSchema.Build(),
        TransactionSchema.Build(), VendorSchema.Build(), PurchaseOrderSchema.Build(), PurchaseOrderSchema.BuildHistory(),
        ReceiptSchema.Build(), TermsCodeSchema.Build(), ZipCodeSchema.Build(), WarehouseSchema.Build(), TaxScheduleSchema.Build(),
        CancelReasonSchema.Build()
    ];
}
