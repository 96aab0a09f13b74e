namespace Isthmus.Sandbox.Sage300.Schema;

/// <summary>AP0015 APVEN. No metadata of AP is public: names by analogy to AR, and OnHold as in Sage's own sample.</summary>
internal static class VendorSchema
{
    public const string Resource = "APVendors";

    public const string OptionalFields = "VendorOptionalFieldValues";

    public static EntitySchema Build() => SchemaText.Resource("AP", Resource, "VendorNumber", """
        code 12: VendorNumber
        text 10: ShortName
        code 6: GroupCode
        choice Status: Active Inactive
        date: InactiveDate
        date shown: DateLastMaintained
        choice OnHold: NotOnHold OnHold
        date: StartDate
        text 60: VendorName AddressLine1 AddressLine2 AddressLine3 AddressLine4
        text 30: City StateProvince
        text 20: ZipPostalCode
        text 30: Country
        text 60: ContactName
        text 30: PhoneNumber FaxNumber ContactsPhone ContactsFax
        text 50: ContactsEmail Email
        text 100: WebSite
        code 6: AccountSet
        code 3: CurrencyCode
        code 6: Terms
        code 2: RateType
        code 12: TaxGroup
        number 0: TaxClassCode1 TaxClassCode2 TaxClassCode3 TaxClassCode4 TaxClassCode5
        text 20: TaxRegistrationNumber1
        code 12: PaymentCode
        number 3: CreditLimitVendorCurrency
        number 3 shown: BalanceDueInVendorCurrency
        date shown: DateOfLastActivity
        text 60: BusinessRegistrationNumber
        """, details: SchemaText.OptionalFields(OptionalFields, "code 12: VendorNumber"));
}
