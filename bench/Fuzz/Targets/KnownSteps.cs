using Isthmus.Core.Canonical;
using Isthmus.Core.Failures;
using Isthmus.Core.Payloads;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Shipments;
using Isthmus.Functions.Steps;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Fuzz;

/// <summary>The flows' steps by name, each for a number of one's choice, over a state of their own.</summary>
internal sealed class KnownSteps : IAsyncDisposable
{
    private static readonly string Intent = SpoiledAnswers.Intent;
    private readonly Dictionary<string, Func<string, Task<Failure?>>> steps = [];
    private FlowParts parts = null!;

    public List<string> Names => [.. steps.Keys];

    public async Task OpenAsync()
    {
        parts = await FlowParts.OpenAsync();
        var head = await NeedAsync(parts.Make<ReadOrder>().Run(Step("o2c-known", Intent)));
        await OrderToCashAsync(head);
        await ToSageAsync(head);
    }

    /// <summary>Null when the step was done.</summary>
    public Task<Failure?> RunAsync(string name, string number) => steps[name](number);

    public ValueTask DisposeAsync() => parts.DisposeAsync();

    private async Task OrderToCashAsync(OrderHead head)
    {
        var contact = await NeedAsync(parts.Make<ResolveContact>().Run(Step("o2c-known", head)));
        var salesOrder = await NeedAsync(parts.Make<SalesOrderSteps>().CreateSalesOrder(Step("o2c-known", new OrderForZoho(head, contact))));
        var invoice = await NeedAsync(parts.Make<InvoiceSteps>().CreateInvoice(Step("o2c-known", new OrderToInvoice(head, contact, salesOrder))));
        var carried = new CarriedOrder(head, contact, salesOrder, invoice, "460000000000099999");
        Add("read the order", n => parts.Make<ReadOrder>().Run(Step("o2c-" + n, Intent)));
        Add("resolve the contact", async n => await parts.Make<ResolveContact>().Run(Step("o2c-" + n, await OfAnotherAsync(head, n))));
        Add("create the sales order", n => parts.Make<SalesOrderSteps>()
            .CreateSalesOrder(Step("o2c-" + n, new OrderForZoho(Another(head, n), contact))));
        Add("create the invoice", n => parts.Make<InvoiceSteps>()
            .CreateInvoice(Step("o2c-" + n, new OrderToInvoice(Another(head, n), contact, salesOrder))));
        Add("record the payment", n => parts.Make<RecordPayment>().Run(Step("o2c-" + n, new InvoiceToPay(Another(head, n), contact, invoice))));
        Add("write back", n => parts.Make<WriteBackToStripe>().Run(Step("o2c-" + n, carried)));
    }

    private async Task ToSageAsync(OrderHead head)
    {
        var order = await NeedAsync(parts.Make<ReadSalesOrder>().Run(Step("so2sage-known", new SalesOrderToSageInput("460000000000034001"))));
        order = order with { Order = head.Order };
        var customer = await NeedAsync(parts.Make<ResolveSageCustomer>().Run(Step("so2sage-known", order)));
        await NeedAsync(parts.Make<CreateSageOrder>().Run(Step("so2sage-known", new OrderForSageCustomer(order, customer))));
        Add("read the sales order", n => parts.Make<ReadSalesOrder>().Run(Step("so2sage-" + n, new SalesOrderToSageInput("460000000000034001"))));
        Add("resolve the customer in Sage", n => parts.Make<ResolveSageCustomer>().Run(Step("so2sage-" + n, order with { ContactId = n })));
        Add("create the order in Sage", n =>
            parts.Make<CreateSageOrder>().Run(Step("so2sage-" + n, new OrderForSageCustomer(order with { SalesOrderId = n }, customer))));
        Add("update the shipment", n => parts.Make<UpdateSageShipment>().Run(Step("ship2sage-" + n, order.SalesOrderId)));
    }

    private void Add<T>(string name, Func<string, Task<StepResult<T>>> step) => steps[name] = async n => (await step(n)).Failure;

    private static Step<T> Step<T>(string run, T input) => new(run, 1, input);

    private static OrderHead Another(OrderHead head, string n) => head with { OrderKey = "pi_" + n, PaymentIntent = "pi_" + n };

    private async Task<OrderHead> OfAnotherAsync(OrderHead head, string n)
    {
        var payloads = parts.Services.GetRequiredService<IPayloadStore>();
        var order = CanonicalJson.Read<SalesOrder>(await payloads.GetAsync(head.Order));
        order = order with { Customer = order.Customer with { Email = $"ana.{n}@example.net", ExternalId = null } };
        return Another(head, n) with { Order = await payloads.PutAsync(CanonicalJson.Write(order)) };
    }

    private static async Task<T> NeedAsync<T>(Task<StepResult<T>> step) =>
        await step is { Failure: null } done
            ? done.Value! : throw new InvalidOperationException($"Sound answers are refused: {(await step).Failure}");
}
