using System.Globalization;
using Isthmus.Core.Canonical;
using Isthmus.Core.Failures;
using Isthmus.Core.Payloads;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Shipments;
using Isthmus.Functions.Steps;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Fuzz;

/// <summary>The flows' steps over spoiled answers: done, or a failure of the vendor's, never one of our own.</summary>
internal sealed class StepTarget : Target
{
    private static readonly string Intent = SpoiledAnswers.Intent;
    private readonly Dictionary<string, Func<string, Task<Failure?>>> steps = [];
    private FlowParts parts = null!;

    public override string Name => "steps";

    public override int Share => 30;

    public override int AtOnce => 16;

    public override async Task OpenAsync()
    {
        SpoiledAnswers.Spoil(null);
        parts = await FlowParts.OpenAsync();
        var head = await NeedAsync(parts.Make<ReadOrder>().Run(Step("o2c-known", Intent)));
        await OrderToCashAsync(head);
        await ToSageAsync(head);
    }

    public override Input Make(Dice dice) => new($"{1 + dice.Below(int.MaxValue)}", dice.One(steps.Keys.ToList()), Valid: dice.OnceIn(10));

    public override async ValueTask<string?> TryAsync(Input input)
    {
        SpoiledAnswers.Spoil(input.Valid ? null : new Dice(ulong.Parse(input.Text, CultureInfo.InvariantCulture)));
        var failure = await steps[input.Head](input.Text);
        if (failure is null) return null;
        if (input.Valid) return $"A sound answer is refused: {failure}";
        return failure is { Class: FailureClass.Bug, Connection: "isthmus" } ? $"A failure of our own: {failure}" : null;
    }

    public override ValueTask DisposeAsync() => parts.DisposeAsync();

    private async Task OrderToCashAsync(OrderHead head)
    {
        var contact = await NeedAsync(parts.Make<ResolveContact>().Run(Step("o2c-known", head)));
        var salesOrder = await NeedAsync(parts.Make<SalesOrderSteps>().CreateSalesOrder(Step("o2c-known", new OrderForZoho(head, contact))));
        var invoice = await NeedAsync(parts.Make<InvoiceSteps>().CreateInvoice(Step("o2c-known", new OrderToInvoice(head, contact, salesOrder))));
        var carried = new CarriedOrder(head, contact, salesOrder, invoice, "460000000000099999");
        Add("read the order", n => parts.Make<ReadOrder>().Run(Step("o2c-" + n, Intent)));
        Add("resolve the contact", async n => await parts.Make<ResolveContact>().Run(Step("o2c-" + n, await OfAnotherAsync(head, n))));
        Add("create the sales order", n => parts.Make<SalesOrderSteps>().CreateSalesOrder(Step("o2c-" + n, new OrderForZoho(Another(head, n), contact))));
        Add("create the invoice", n => parts.Make<InvoiceSteps>().CreateInvoice(Step("o2c-" + n, new OrderToInvoice(Another(head, n), contact, salesOrder))));
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
        await step is { Failure: null } done ? done.Value! : throw new InvalidOperationException($"Sound answers are refused: {(await step).Failure}");
}
