using Isthmus.Sandbox.ZohoInventory.Adjustments;
using Isthmus.Sandbox.ZohoInventory.Bills;
using Isthmus.Sandbox.ZohoInventory.Contacts;
using Isthmus.Sandbox.ZohoInventory.CreditNotes;
using Isthmus.Sandbox.ZohoInventory.Invoices;
using Isthmus.Sandbox.ZohoInventory.Items;
using Isthmus.Sandbox.ZohoInventory.Packages;
using Isthmus.Sandbox.ZohoInventory.Payments;
using Isthmus.Sandbox.ZohoInventory.Purchasing;
using Isthmus.Sandbox.ZohoInventory.SalesOrders;
using Isthmus.Sandbox.ZohoInventory.SalesReturns;
using Isthmus.Sandbox.ZohoInventory.Shipments;
using Isthmus.Sandbox.ZohoInventory.Storage;
using Isthmus.Sandbox.ZohoInventory.Transfers;

namespace Isthmus.Sandbox.ZohoInventory.Organization;

/// <summary>Everything one organisation holds. Every use is under <see cref="Gate"/>.</summary>
internal sealed class Company
{
    public Lock Gate { get; } = new();

    /// <summary>The time of the call under way.</summary>
    public DateTimeOffset Now { get; set; }

    public Settings Settings { get; set; } = new();

    public Series Series { get; set; } = new();

    public List<Currency> Currencies { get; set; } = [.. Defaults.Currencies];

    public List<Tax> Taxes { get; set; } = [.. Defaults.Taxes];

    public List<Account> Accounts { get; set; } = [.. Defaults.Accounts];

    public List<Location> Locations { get; set; } = [.. Defaults.Locations()];

    public List<CustomFieldDefinition> CustomFields { get; set; } = [.. Defaults.CustomFields()];

    public Table<Contact> Contacts { get; } = ContactTable.Create();

    public Table<Item> Items { get; } = ItemTable.Create();

    public Table<SalesOrder> SalesOrders { get; } = SalesOrderTable.Create();

    public Table<Invoice> Invoices { get; } = InvoiceTable.Create();

    public Table<Payment> Payments { get; } = PaymentTable.Create();

    public Table<Package> Packages { get; } = PackageTable.Create();

    public Table<Shipment> Shipments { get; } = ShipmentTable.Create();

    public Table<SalesReturn> SalesReturns { get; } = ReturnTables.CreateReturns();

    public Table<ReturnReceive> ReturnReceives { get; } = ReturnTables.CreateReceives();

    public Table<CreditNote> CreditNotes { get; } = CreditNoteTable.Create();

    public Table<CreditRefund> CreditRefunds { get; } = CreditNoteTable.CreateRefunds();

    public Table<Adjustment> Adjustments { get; } = AdjustmentTable.Create();

    public Table<TransferOrder> TransferOrders { get; } = TransferTable.Create();

    public Table<PurchaseOrder> PurchaseOrders { get; } = PurchaseTables.CreateOrders();

    public Table<PurchaseReceive> PurchaseReceives { get; } = PurchaseTables.CreateReceives();

    public Table<Bill> Bills { get; } = BillTable.Create();

    /// <summary>All of them, by the name they are saved under.</summary>
    public IReadOnlyDictionary<string, ITable> Tables => new Dictionary<string, ITable>
    {
        [nameof(Contacts)] = Contacts,
        [nameof(Items)] = Items,
        [nameof(SalesOrders)] = SalesOrders,
        [nameof(Invoices)] = Invoices,
        [nameof(Payments)] = Payments,
        [nameof(Packages)] = Packages,
        [nameof(Shipments)] = Shipments,
        [nameof(SalesReturns)] = SalesReturns,
        [nameof(ReturnReceives)] = ReturnReceives,
        [nameof(CreditNotes)] = CreditNotes,
        [nameof(CreditRefunds)] = CreditRefunds,
        [nameof(Adjustments)] = Adjustments,
        [nameof(TransferOrders)] = TransferOrders,
        [nameof(PurchaseOrders)] = PurchaseOrders,
        [nameof(PurchaseReceives)] = PurchaseReceives,
        [nameof(Bills)] = Bills,
    };

    /// <summary>What happened in the call under way, for the workflow rules.</summary>
    public List<Happening> Happenings { get; } = [];

    public Currency BaseCurrency => Currencies.First(currency => currency.Code == Defaults.BaseCurrency);

    public Location PrimaryLocation => Locations.First(location => location.IsPrimary);

    /// <summary>Drops every record; what is set up by hand stays.</summary>
    public void Forget()
    {
        foreach (var table in Tables.Values) table.Load(null);
        Series.Last.Clear();
    }

    public void Report(string rule, object record) => Happenings.Add(new Happening(rule, record));
}

/// <summary>A rule name such as "salesorder.confirmed" and the record it is about.</summary>
internal sealed record Happening(string Rule, object Record);
