using Isthmus.Sandbox.ZohoCrm.Organization;
using static Isthmus.Sandbox.ZohoCrm.Metadata.StandardModules;

namespace Isthmus.Sandbox.ZohoCrm.Metadata;

/// <summary>Documents with line items, each with the module of its rows. Professional and above.</summary>
internal static class TradeModules
{
    private const string Line = """
        Product_Name lookup:Products !
        Quantity double !
        List_Price currency
        Unit_Price currency -
        Total currency =
        Discount currency
        Total_After_Discount currency =
        Tax currency =
        Net_Total currency =
        Line_Tax linetax
        Price_Book_Name text:120
        Description textarea:2000
        """;

    private const string Money = """
        Sub_Total currency =
        Discount currency
        Tax currency =
        Adjustment currency
        Grand_Total currency =
        $line_tax linetax
        Excise_Duty currency
        Sales_Commission currency
        Currency picklist $
        Exchange_Rate double $
        Billing_Street text:250
        Billing_City text:100
        Billing_State text:100
        Billing_Code text:30
        Billing_Country text:100
        Shipping_Street text:250
        Shipping_City text:100
        Shipping_State text:100
        Shipping_Code text:30
        Shipping_Country text:100
        Terms_and_Conditions textarea:32000
        Description textarea:32000
        """;

    public static IEnumerable<CrmModule> All() =>
    [
        Document("Quotes", "Quote", """
            Quote_Number text:50
            Quote_Stage picklist:Draft|Negotiation|Delivered|On_Hold|Confirmed|Closed_Won|Closed_Lost
            Deal_Name lookup:Deals
            Valid_Till date
            Account_Name lookup:Accounts
            Contact_Name lookup:Contacts
            Team text:50
            Carrier picklist:FedEX|UPS|USPS|DHL|BlueDart
            Quoted_Items subform:Quoted_Items !
            """),
        Document("Sales_Orders", "Sales Order", """
            SO_Number text:50
            Account_Name lookup:Accounts
            Contact_Name lookup:Contacts
            Deal_Name lookup:Deals
            Quote_Name lookup:Quotes
            Purchase_Order text:100
            Customer_No text:40
            Due_Date date
            Status picklist:Created|Approved|Delivered|Cancelled
            Carrier picklist:FedEX|UPS|USPS|DHL|BlueDart
            Pending text:50
            Ordered_Items subform:Ordered_Items !
            """),
        Document("Purchase_Orders", "Purchase Order", """
            PO_Number text:50
            Vendor_Name lookup:Vendors !
            Contact_Name lookup:Contacts
            Requisition_No text:40
            Tracking_Number text:40
            PO_Date date
            Due_Date date
            Status picklist:Created|Approved|Delivered|Cancelled
            Carrier picklist:FedEX|UPS|USPS|DHL|BlueDart
            Purchase_Items subform:Purchase_Items !
            """),
        Document("Invoices", "Invoice", """
            Invoice_Number text:50
            Invoice_Date date
            Due_Date date
            Status picklist:Created|Approved|Delivered|Cancelled
            Account_Name lookup:Accounts
            Contact_Name lookup:Contacts
            Deal_Name__s lookup:Deals
            Sales_Order lookup:Sales_Orders
            Purchase_Order text:50
            Invoiced_Items subform:Invoiced_Items !
            """),
        Rows("Quoted_Items", "Quoted Item", "Quotes", Line),
        Rows("Ordered_Items", "Ordered Item", "Sales_Orders", Line),
        Rows("Purchase_Items", "Purchase Item", "Purchase_Orders", Line),
        Rows("Invoiced_Items", "Invoiced Item", "Invoices", Line),
    ];

    private static CrmModule Document(string apiName, string singular, string fields) =>
        Module(apiName, singular, "Subject", $"Subject text:120 !\n{fields}\n{Money}", Tier.Professional);
}
