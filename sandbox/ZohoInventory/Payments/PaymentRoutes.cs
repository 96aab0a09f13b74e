using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Lists;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Payments;

internal static class PaymentRoutes
{
    private const string Prefix = "PaymentMode.";

    private static readonly Listing<Payment> listing = new()
    {
        Envelope = "customerpayments",
        Report = "Customer Payments",
        Table = company => company.Payments,
        Row = PaymentView.Row,
        Columns =
        [
            new TextColumn<Payment>("reference_number", payment => payment.ReferenceNumber),
            new TextColumn<Payment>("customer_name", payment => payment.CustomerName),
            new TextColumn<Payment>("customer_id", payment => payment.CustomerId, exactOnly: true),
            new TextColumn<Payment>("payment_mode", payment => payment.Mode),
            new TextColumn<Payment>("notes", payment => payment.Description),
            new NumberColumn<Payment>("amount", payment => payment.Amount),
            new DateColumn<Payment>("date", payment => payment.Date),
        ],
        FilterBy = by => !by.StartsWith(Prefix) ? null
            : payment => payment.Mode.Equals(by[Prefix.Length..], StringComparison.OrdinalIgnoreCase),
        Search = (payment, text) => payment.ReferenceNumber.Contains(text, StringComparison.OrdinalIgnoreCase)
            || payment.CustomerName.Contains(text, StringComparison.OrdinalIgnoreCase)
            || payment.Description.Contains(text, StringComparison.OrdinalIgnoreCase),
    };

    public static void Add(RouteList routes)
    {
        routes.Post("/customerpayments", "customerpayments.CREATE", PaymentWriting.Create, PaymentShapes.Create);
        routes.Get("/customerpayments", "customerpayments.READ", listing.List);
        routes.Get("/customerpayments/{id}", "customerpayments.READ",
            call => Answer.Read("payment", PaymentView.Full(call.Company, Find(call))));
        routes.Put("/customerpayments/{id}", "customerpayments.UPDATE", PaymentWriting.Update, PaymentShapes.Update);
        routes.Delete("/customerpayments/{id}", "customerpayments.DELETE", PaymentWriting.Delete);
        routes.Add(new("PUT", "/customerpayment/{id}/customfields", "customerpayments.UPDATE", PaymentWriting.SetCustomFields,
            CustomValues.Shape)
        {
            TakesArray = true,
        });
    }

    public static Payment Find(ApiCall call) => call.Company.Payments.Find(call.Id) ?? throw Refusal.Missing("Payment");
}
