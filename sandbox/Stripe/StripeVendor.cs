using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Stripe.Catalog;
using Isthmus.Sandbox.Stripe.Checkout;
using Isthmus.Sandbox.Stripe.Customers;
using Isthmus.Sandbox.Stripe.Events;
using Isthmus.Sandbox.Stripe.Money;
using Isthmus.Sandbox.Stripe.Payments;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;
using Isthmus.Sandbox.Stripe.Search;

namespace Isthmus.Sandbox.Stripe;

/// <summary>Stripe's API, at /stripe/v1 and, for clients that know no base path, at /v1.</summary>
internal sealed class StripeVendor : IVendor
{
    private readonly StripeRecords records = new();
    private readonly StripeSettings settings = new();
    private readonly StripeAccount account;
    private readonly EndpointSecrets secrets;
    private readonly IdempotencyKeys keys;
    private readonly RateLimit limit;
    private readonly EventDelivery delivery;
    private readonly MoneyParts money;
    private readonly PaymentFlow flow;
    private readonly StripeGateway gateway;
    private readonly List<StripeOperation> operations;
    private readonly CheckoutControls checkoutControls;
    private readonly EventControls eventControls;

    public StripeVendor(SandboxServices services)
    {
        secrets = new EndpointSecrets(services.Clock);
        keys = new IdempotencyKeys(services.Clock);
        limit = new RateLimit(services.Clock);
        delivery = new EventDelivery(services, records, secrets, settings);
        var agenda = new Agenda(services, records.Gate);
        account = new StripeAccount(services, records, new EventLog(services, records, delivery, settings), settings, agenda);
        money = new MoneyParts(account);
        var (methods, intents) = (new PaymentMethods(account), new PaymentIntents(account));
        flow = new PaymentFlow(account, new Charges(account), money);
        var customers = new CustomerOperations(account);
        var products = new Products(account);
        var prices = new Prices(account, products);
        var (sessions, lines) = (new Sessions(account), new SessionLines(account));
        var endpoints = new EndpointOperations(account, secrets);
        var checkouts = new CheckoutDesk(
            account, customers, sessions, lines, new CatalogPrices(account, products, prices), intents, methods, flow);
        checkoutControls = new CheckoutControls(account, checkouts, delivery, money.Late);
        eventControls = new EventControls(account, delivery, endpoints);
        gateway = new StripeGateway(services, records,
            new AnswerWriter(new Expansion(records, new ExpandableLists(records))), keys, limit, agenda);
        operations =
        [
            .. customers.All, .. products.All, .. prices.All, .. methods.All, .. new ChargeOperations(account).All, .. money.Operations,
            .. new PaymentIntentOperations(account, intents, methods, flow).All, .. new SearchOperations(account).All,
            .. new SessionOperations(account, sessions, lines, prices).All, .. new EventOperations(account).All, .. endpoints.All
        ];
    }

    public string Name => "stripe";

    public IReadOnlyList<string> Segments { get; } = ["stripe", "v1", "v2"];

    public void Map(IEndpointRouteBuilder routes)
    {
        var controls = new StripeControlMap(account, routes);
        checkoutControls.Map(controls);
        eventControls.Map(controls);
        money.Map(controls);
        foreach (var operation in operations)
            foreach (var prefix in (ReadOnlySpan<string>)["", "/stripe"])
                routes.MapMethods(prefix + operation.Path, [operation.Method], context => gateway.RunAsync(context, operation));
        foreach (var unknown in (ReadOnlySpan<string>)["/v1/{**rest}", "/v2/{**rest}", "/stripe/{**rest}"])
            routes.Map(unknown, (HttpContext context) => gateway.NoRouteAsync(context));
    }

    public JsonNode Ledger()
    {
        lock (records.Gate)
        {
            account.Agenda.CatchUp();
            return records.Save();
        }
    }

    public void Reset()
    {
        lock (records.Gate)
        {
            records.Clear();
            money.Clear();
            account.Agenda.Clear();
        }
        keys.Clear();
    }

    public JsonNode Save() => new JsonObject
    {
        ["records"] = records.Save(), ["secrets"] = secrets.Save(), ["idempotency"] = keys.Save(),
        ["undelivered"] = delivery.Save(), ["settings"] = Settings()
    };

    public void Load(JsonNode state)
    {
        Configure((JsonObject)state["settings"]!);
        records.Load(state["records"]!);
        secrets.Load(state["secrets"]);
        keys.Load(state["idempotency"]);
        delivery.Load(state["undelivered"]);
        lock (records.Gate)
        {
            money.Resume();
            flow.Resume();
        }
        delivery.Resume();
    }

    public JsonObject Settings() => settings.Show();

    public void Configure(JsonObject changes)
    {
        settings.Change(changes);
        limit.On = settings.RateLimit;
        lock (records.Gate) money.Configured();
    }

    public JsonNode FaultAnswer(int status, string? code) => StripeFaults.Answer(status, code);
}
