using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.Payments;

internal static class PaymentTable
{
    public static Table<Payment> Create() => new(payment => payment.Id,
        Index<Payment>.On("reference_number", payment => payment.ReferenceNumber),
        Index<Payment>.On("payment_number", payment => payment.Number),
        Index<Payment>.On("customer_id", payment => payment.CustomerId),
        new Index<Payment>("invoice_id", payment => payment.Applied.Select(part => part.InvoiceId)));
}
