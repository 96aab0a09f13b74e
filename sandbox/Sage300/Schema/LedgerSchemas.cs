namespace Isthmus.Sandbox.Sage300.Schema;

/// <summary>GL0001 GLAMF: the chart of accounts, which tells only when an account was created.</summary>
internal static class AccountSchema
{
    public const string Resource = "GLAccounts";

    public static EntitySchema Build() => SchemaText.Resource("GL", Resource, "UnformattedAccount", """
        code 45: UnformattedAccount AccountNumber
        text 60: Description
        choice AccountType: BalanceSheet IncomeStatement RetainedEarnings
        choice NormalBalanceDRCR: Debit Credit
        choice Status: Active Inactive
        choice PostToAccount: Detail Consolidated
        code 6: StructureCode
        code 12: AccountGroupCode
        code 15: AccountSegmentCode1 AccountSegmentCode2 AccountSegmentCode3
        flag: QuantitiesAllowed
        text 10: UnitOfMeasure
        flag: AllocationsAllowed Multicurrency
        code 3: DefaultCurrencyCode
        flag: ControlAccount
        number 0 shown: YearLastClosed
        date shown: DateCreated
        """, details: SchemaText.OptionalFields("AccountOptionalFields", "code 45: UnformattedAccount"));
}

/// <summary>IC0310 and its price lists.</summary>
internal static class ItemSchema
{
    public const string Resource = "ICItems";

    public const string Prices = "ICItemPricing";

    public static EntitySchema Build() => SchemaText.Resource("IC", Resource, "UnformattedItemNumber", """
        code 24: UnformattedItemNumber ItemNumber
        text 60: Description
        date shown: DateLastMaintained
        flag: Inactive
        code 6: StructureCode Category AccountSetCode
        flag: StockItem
        text 10: StockingUnitOfMeasure
        code 6: DefaultPriceListCode
        number 4: UnitWeight
        text 10: WeightUnitOfMeasure
        flag: KittingItem SerialNumbers LotNumbers
        code 24: AlternateItemNumber
        """, details:
        [
            SchemaText.Detail("ItemUnitsOfMeasure", "UnitOfMeasure", """
                code 24: ItemNumber
                text 10: UnitOfMeasure
                number 6: ConversionFactor FACTOR
                """),
            SchemaText.OptionalFields("ItemOptionalFields", "code 24: ItemNumber"),
        ]);

    public static EntitySchema BuildPrices() => SchemaText.Resource("IC", Prices, "ItemNumber PriceListCode CurrencyCode", """
        code 24: ItemNumber
        code 6: PriceListCode
        code 3: CurrencyCode
        text 60: Description
        number 6: BasePrice
        text 10: PricingUnit
        """);
}
