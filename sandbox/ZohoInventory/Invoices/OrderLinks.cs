using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.SalesOrders;

namespace Isthmus.Sandbox.ZohoInventory.Invoices;

/// <summary>
/// The sales order lines that an invoice bills. Lines are linked by salesorder_item_id alone; a line without one bills nothing
/// of the order, even when the order is named in the query.
/// </summary>
internal sealed class OrderLinks
{
    private readonly Dictionary<string, SalesOrder> orders = [];
    private readonly List<(DocumentLine Billing, DocumentLine Billed, SalesOrder Order)> links = [];

    public IEnumerable<string> OrderIds => orders.Keys;

    public IReadOnlyList<(DocumentLine Billing, DocumentLine Billed, SalesOrder Order)> Links => links;

    public static OrderLinks Of(Company company, Invoice invoice, SalesOrder? parent)
    {
        var found = new OrderLinks();
        if (parent is not null) found.orders[parent.Id] = parent;
        var lines = new Dictionary<string, (DocumentLine, SalesOrder)>();
        foreach (var line in invoice.Lines)
        {
            if (line.SalesOrderLineId is not { } id) continue;
            if (!lines.TryGetValue(id, out var target))
            {
                var order = company.SalesOrders.First("line_item_id", id) ?? throw Refusal.Value("salesorder_item_id");
                found.orders[order.Id] = order;
                foreach (var orderLine in order.Lines) lines[orderLine.Id] = (orderLine, order);
                target = lines[id];
            }
            found.links.Add((line, target.Item1, target.Item2));
        }
        return found;
    }

    /// <summary>Refuses foreign, unconfirmed and over-billed lines before anything is counted.</summary>
    public void Check(Invoice invoice)
    {
        foreach (var order in orders.Values)
        {
            if (order.CustomerId != invoice.CustomerId) throw Refusal.Value("salesorder_item_id");
            if (!order.IsOpen) throw Refusal.State($"Sales order {order.Number} is {order.Status} and cannot be invoiced.");
        }
        foreach (var group in links.GroupBy(link => link.Billed))
            if (group.Key.Invoiced + group.Sum(link => link.Billing.Quantity) > group.Key.Quantity)
                throw Refusal.State("The quantity invoiced cannot be more than the quantity ordered.");
    }

    public void Count(int sign)
    {
        foreach (var (billing, billed, _) in links) billed.Invoiced += sign * billing.Quantity;
        foreach (var order in orders.Values) order.Settle();
    }
}
