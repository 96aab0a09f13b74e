namespace Isthmus.Sandbox.Sage300.Schema;

/// <summary>OE0520 OEORDH. Names from Sage's samples and captured payloads; no metadata of OE is public.</summary>
internal static class OrderSchema
{
    public const string Resource = "OEOrders";

    public const string Lines = "OrderDetails";

    public const string OptionalFields = "OrderOptionalFields";

    public const string LineOptionalFields = "OrderDetailOptionalFields";

    public static EntitySchema Build() => SchemaText.Resource("OE", Resource, "OrderUniquifier", """
        number 0 shown: OrderUniquifier
        code 22: OrderNumber
        text 60: OrderReference OrderDescription
        code 12: CustomerNumber
        code 6: CustomerGroupCode
        text 60: BillToName ShipToName ShipToAddressLine1 ShipToAddressLine2 ShipToAddressLine3 ShipToAddressLine4
        text 30: ShipToCity ShipToStateProvince
        text 20: ShipToZipPostalCode
        text 30: ShipToCountry ShipToPhoneNumber
        text 60: ShipToContactName
        text 50: ShipToEmail
        code 6: ShipToLocationCode
        choice CustomerDiscountLevel: Base A B C D E
        code 6: DefaultPriceListCode
        text 22: PurchaseOrderNumber
        code 6: TermsCode
        choice OrderType: Active Future Standing Quote
        date: OrderDate ExpectedShipDate
        code 4: OrderFiscalYear
        choice OrderFiscalPeriod shown: Num1 Num2 Num3 Num4 Num5 Num6 Num7 Num8 Num9 Num10 Num11 Num12
        code 6: ShipViaCode DefaultLocationCode
        flag: OnHold
        code 3: OrderSourceCurrency
        number 7: OrderRate
        code 12: TaxGroup TaxAuthority1 TaxAuthority2 TaxAuthority3 TaxAuthority4 TaxAuthority5
        number 0: TaxClass1 TaxClass2 TaxClass3 TaxClass4 TaxClass5
        code 8: Salesperson1
        choice OrderCompleted shown: IncompleteNotIncluded CompleteNotIncluded CompleteIncluded
        flag: InvoiceWillBeProduced
        text 250: OrderComment
        number 3 shown: OrderTotal
        number 0 shown: NumberOfLinesOnOrder
        code 22 shown: LastShipmentNumber LastInvoiceNumber
        """, "GET POST",
        [
            SchemaText.Detail(Lines, "LineNumber", """
                number 0: LineNumber
                choice LineType: Item Miscellaneous
                code 24: Item
                code 6: MiscellaneousChargesCode
                text 60: Description
                code 6: Location
                number 4: QuantityOrdered QuantityShipped
                number 4 shown: QuantityBackordered
                text 10: OrderUnitOfMeasure
                flag: PriceOverride
                number 6: OrderUnitPrice PricingUnitPrice
                number 3: ExtendedAmount
                number 0: TaxClass1
                date: ExpectedShipDate
                """, SchemaText.OptionalFields(LineOptionalFields, "number 0: LineNumber")),
            SchemaText.OptionalFields(OptionalFields),
        ]);
}

/// <summary>OE0420 OEINVH, read only. Captures show the first few names; the rest is as in OEOrders.</summary>
internal static class OrderInvoiceSchema
{
    public const string Resource = "OEInvoices";

    public const string Lines = "InvoiceDetails";

    public static EntitySchema Build() => SchemaText.Resource("OE", Resource, "InvoiceUniquifier", """
        number 0 shown: InvoiceUniquifier
        code 22: InvoiceNumber
        date: InvoiceDate
        code 12: CustomerNumber
        text 60: BillToName
        code 22: OrderNumber ShipmentNumber
        text 60: OrderReference
        text 22: PurchaseOrderNumber
        code 6: TermsCode
        date: DueDate
        code 12: TaxGroup
        code 3: TaxReportingTRCurrency InvoiceSourceCurrency
        choice PaymentType: None Cash Check CreditCard
        number 3: InvoiceTotal
        choice DayEnd shown: Waiting Processed
        """, "GET", SchemaText.Detail(Lines, "LineNumber", """
            number 0: LineNumber
            choice LineType: Item Miscellaneous
            code 24: Item
            code 6: MiscellaneousChargesCode
            text 60: Description
            code 6: Location
            number 4: QuantityShipped
            text 10: InvoiceUnitOfMeasure
            number 6: InvoiceUnitPrice
            number 3: ExtendedAmount
            """));
}
