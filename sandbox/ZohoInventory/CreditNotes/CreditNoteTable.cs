using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.CreditNotes;

internal static class CreditNoteTable
{
    public static Table<CreditNote> Create() => new(note => note.Id,
        Index<CreditNote>.On("creditnote_number", note => note.Number),
        Index<CreditNote>.On("reference_number", note => note.ReferenceNumber),
        Index<CreditNote>.On("customer_id", note => note.CustomerId),
        new Index<CreditNote>("invoice_id", note => note.Applied.Select(part => part.InvoiceId)),
        new Index<CreditNote>("salesreturn_item_id", note => note.Lines.Select(line => line.ReturnLineId)));

    public static Table<CreditRefund> CreateRefunds() => new(refund => refund.Id,
        Index<CreditRefund>.On("creditnote_id", refund => refund.CreditNoteId),
        Index<CreditRefund>.On("customer_id", refund => refund.CustomerId));
}
