namespace Isthmus.Sandbox.Sage300.Schema;

/// <summary>AR0024 ARCUS. Names from the AR metadata, lengths from the table's documentation.</summary>
internal static class CustomerSchema
{
    public const string Resource = "ARCustomers";

    public const string OptionalFields = "CustomerOptionalFieldValues";

    public static EntitySchema Build() => SchemaText.Resource("AR", Resource, "CustomerNumber", """
        code 12: CustomerNumber
        text 10: ShortName
        code 6: GroupCode
        code 12: NationalAccount
        choice Status: Active Inactive
        date: InactiveDate
        date shown: DateLastMaintained
        choice OnHold: No Yes
        date: StartDate
        text 60: CustomerName AddressLine1 AddressLine2 AddressLine3 AddressLine4
        text 30: City StateProvince
        text 20: ZipPostalCode
        text 30: Country
        text 60: ContactName
        text 30: PhoneNumber FaxNumber
        code 6: TerritoryCode AccountSet BillingCycle InterestProfile
        code 3: CurrencyCode
        choice PrintStatements: Yes No
        choice AccountType: OpenItem BalanceForward
        code 6: Terms
        code 2: RateType
        code 12: TaxGroup
        text 20: TaxRegistrationNumber1 TaxRegistrationNumber2 TaxRegistrationNumber3 TaxRegistrationNumber4 TaxRegistrationNumber5
        number 0: TaxClassCode1 TaxClassCode2 TaxClassCode3 TaxClassCode4 TaxClassCode5
        number 3: CreditLimitCustomerCurrency
        number 3 shown: BalanceDueInCustomerCurrency BalanceDueInFunctionalCurrency
        date shown: DateOfLastActivity DateOfLastInvoice DateOfLastReceipt
        number 0 shown: NumberOfOpenDocuments
        code 8: Salesperson1 Salesperson2 Salesperson3 Salesperson4 Salesperson5
        number 5: SalesSplitPercentage1 SalesSplitPercentage2 SalesSplitPercentage3 SalesSplitPercentage4 SalesSplitPercentage5
        code 6: CustomerPriceList
        choice CustomerDiscountType: Base A B C D E
        text 50: ContactsEmail Email
        text 100: WebSite
        code 12: PaymentCode
        text 60: FreeOnBoard
        code 6: ShipViaCode
        text 60: ShipViaDescription
        choice DeliveryMethod: Mail Email ContactsEmail
        code 6: PrimaryShipToLocation InventoryLocation
        text 30: ContactsPhone ContactsFax
        choice AllowPartialShipments: Yes No
        choice CheckCreditLimit: No Yes
        choice CheckForDuplicatePOs: None Warning Error
        choice AllowBackorderQuantities: Yes No
        text 30: BusinessRegistrationNumber
        """, details: SchemaText.OptionalFields(OptionalFields, "code 12: CustomerNumber"));
}
