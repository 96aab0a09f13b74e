namespace Isthmus.Sandbox.Sage300.Schema;

/// <summary>AR0036 AROBL: what is posted to a customer, and whether it is paid.</summary>
internal static class PostedDocumentSchema
{
    public const string Resource = "ARPostedDocuments";

    public static EntitySchema Build() => SchemaText.Resource("AR", Resource, "CustomerNumber DocumentNumber", """
        code 12: CustomerNumber
        code 22: DocumentNumber CheckReceiptNumber OrderNumber
        text 22: PONumber
        date: DueDate
        code 12: NationalAccountNumber
        code 6: ShipToLocation
        choice TransactionType: InvoiceSummaryIssued DebitNoteSummaryIssued CreditNoteSummaryIssued InterestCharge
        choice DocumentType: Invoice DebitNote CreditNote Interest
        number 0: BatchNumber EntryNumber
        code 6: GroupCode
        text 60: DocumentDescription
        date: DocumentDate AsofDate
        code 6: Terms
        code 3: CurrencyCode
        number 7: ExchangeRate
        number 3: FunctionalCurrencyInvoiceAmount FunctionalCurrencyAmountDue
        number 3: CustomerCurrencyInvoiceAmount CustomerCurrencyAmountDue CustomerCurrencyTaxAmount
        choice FullyPaid: No Yes
        date: LastActivityDate PostingDate DatePaid
        code 22: ShipmentNumber
        code 2: SourceApplication
        """, "GET");
}

/// <summary>AR0031 ARIBC with its entries.</summary>
internal static class InvoiceBatchSchema
{
    public const string Resource = "ARInvoiceBatches";

    public const string Entries = "Invoices";

    public const string Lines = "InvoiceDetails";

    public const string Schedules = "InvoicePaymentSchedules";

    public static EntitySchema Build() => SchemaText.Resource("AR", Resource, "BatchNumber", """
        number 0: BatchNumber
        date: BatchDate
        text 60: Description
        number 0 shown: NumberOfEntries
        number 3 shown: BatchTotal
        choice BatchType shown: Entered Imported Generated
        choice BatchStatus: Open ReadyToPost Posted Deleted
        choice DefaultInvoiceType: Summary Item
        number 0 shown: LastEntryNumber PostingSequenceNumber NumberOfErrors
        date shown: DateLastEdited
        code 2 shown: SourceApplication
        """, "GET POST PATCH", SchemaText.Detail(Entries, "EntryNumber", """
            number 0: BatchNumber EntryNumber
            code 12: CustomerNumber
            code 22: DocumentNumber
            choice DocumentType: Invoice DebitNote CreditNote Interest
            choice TransactionType: InvoiceSummaryIssued DebitNoteSummaryIssued CreditNoteSummaryIssued InterestCharge
            code 22: OrderNumber
            text 22: PONumber
            text 60: InvoiceDescription
            date: DocumentDate AsOfDate DueDate PostingDate
            code 4: FiscalYear
            code 2: FiscalPeriod
            code 3: CurrencyCode
            number 7: ExchangeRate
            code 6: Terms
            code 12: TaxGroup
            number 3: TaxAmount1
            number 3 shown: DocumentTotalIncludingTax
            choice InvoiceType: Summary Item
            code 22: ShipmentNumber
            code 8 shown: EnteredBy
            """,
            [
                SchemaText.Detail(Lines, "LineNumber", """
                    number 0: BatchNumber EntryNumber LineNumber
                    code 24: ItemNumber
                    code 6: DistributionCode
                    text 60: Description
                    text 10: UnitOfMeasure
                    number 4: Quantity
                    number 6: Price
                    number 3: ExtendedAmountWithTIP
                    code 45: RevenueAccount
                    """),
                SchemaText.Detail(Schedules, "PaymentNumber", """
                    number 0: BatchNumber EntryNumber PaymentNumber
                    date: DueDate
                    number 3: AmountDue
                    date: DiscountDate
                    number 3: DiscountAmount
                    """),
                SchemaText.OptionalFields("InvoiceOptionalFields", "number 0: BatchNumber EntryNumber"),
            ]));
}
