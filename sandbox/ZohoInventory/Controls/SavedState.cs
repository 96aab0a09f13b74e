using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Zoho;
using Isthmus.Sandbox.ZohoInventory.Adjustments;
using Isthmus.Sandbox.ZohoInventory.Contacts;
using Isthmus.Sandbox.ZohoInventory.CreditNotes;
using Isthmus.Sandbox.ZohoInventory.Invoices;
using Isthmus.Sandbox.ZohoInventory.Items;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Packages;
using Isthmus.Sandbox.ZohoInventory.Payments;
using Isthmus.Sandbox.ZohoInventory.Purchasing;
using Isthmus.Sandbox.ZohoInventory.SalesOrders;
using Isthmus.Sandbox.ZohoInventory.SalesReturns;
using Isthmus.Sandbox.ZohoInventory.Shipments;
using Isthmus.Sandbox.ZohoInventory.Transfers;
using Isthmus.Sandbox.ZohoInventory.Webhooks;

namespace Isthmus.Sandbox.ZohoInventory.Controls;

/// <summary>Everything that outlives the process.</summary>
internal sealed record SavedState(
    Settings Settings, Series Series, List<Currency> Currencies, List<Tax> Taxes, List<Account> Accounts,
    List<Location> Locations, List<CustomFieldDefinition> CustomFields,
    IReadOnlyList<Contact> Contacts, IReadOnlyList<Item> Items,
    IReadOnlyList<SalesOrder> SalesOrders, IReadOnlyList<Invoice> Invoices, IReadOnlyList<Payment> Payments,
    IReadOnlyList<Package> Packages, IReadOnlyList<Shipment> Shipments,
    IReadOnlyList<SalesReturn> SalesReturns, IReadOnlyList<ReturnReceive> ReturnReceives,
    IReadOnlyList<CreditNote> CreditNotes, IReadOnlyList<CreditRefund> CreditRefunds,
    IReadOnlyList<Adjustment> Adjustments, IReadOnlyList<TransferOrder> TransferOrders,
    IReadOnlyList<PurchaseOrder> PurchaseOrders, IReadOnlyList<PurchaseReceive> PurchaseReceives,
    IReadOnlyList<WebhookRule> Webhooks, AccountsState Tokens)
{
    public static JsonNode Save(Company company, WebhookRules rules, Accounts accounts) => JsonSerializer.SerializeToNode(
        new SavedState(company.Settings, company.Series, company.Currencies, company.Taxes, company.Accounts, company.Locations,
            company.CustomFields, company.Contacts.Rows, company.Items.Rows, company.SalesOrders.Rows, company.Invoices.Rows,
            company.Payments.Rows, company.Packages.Rows, company.Shipments.Rows, company.SalesReturns.Rows,
            company.ReturnReceives.Rows, company.CreditNotes.Rows, company.CreditRefunds.Rows, company.Adjustments.Rows, company.TransferOrders.Rows,
            company.PurchaseOrders.Rows, company.PurchaseReceives.Rows, rules.All, accounts.State))!;

    public static void Load(JsonNode node, Company company, WebhookRules rules, Accounts accounts)
    {
        var saved = node.Deserialize<SavedState>()!;
        (company.Settings, company.Series) = (saved.Settings, saved.Series);
        (company.Currencies, company.Taxes, company.Accounts) = (saved.Currencies, saved.Taxes, saved.Accounts);
        (company.Locations, company.CustomFields) = (saved.Locations, saved.CustomFields);
        company.Contacts.Replace(saved.Contacts);
        company.Items.Replace(saved.Items);
        company.SalesOrders.Replace(saved.SalesOrders);
        company.Invoices.Replace(saved.Invoices);
        company.Payments.Replace(saved.Payments);
        company.Packages.Replace(saved.Packages);
        company.Shipments.Replace(saved.Shipments);
        company.SalesReturns.Replace(saved.SalesReturns);
        company.ReturnReceives.Replace(saved.ReturnReceives);
        company.CreditNotes.Replace(saved.CreditNotes);
        company.CreditRefunds.Replace(saved.CreditRefunds);
        company.Adjustments.Replace(saved.Adjustments);
        company.TransferOrders.Replace(saved.TransferOrders);
        company.PurchaseOrders.Replace(saved.PurchaseOrders);
        company.PurchaseReceives.Replace(saved.PurchaseReceives);
        rules.All = saved.Webhooks;
        accounts.Load(saved.Tokens);
    }
}
