using System.Text.Json;
using Isthmus.Core.Mapping;

namespace Isthmus.Core.Tests;

public sealed class When_Sage_s_master_data_goes_to_the_CRM
{
    [Fact]
    public void A_customer_is_an_account_with_its_credit_status()
    {
        var account = Shipped.Map("sage-100-customer-to-crm-account", Shipped.Json("""
            {"ARDivisionNo":"01","CustomerNo":"HARB01","CustomerName":" Harbor Pump Co ","AddressLine1":"18 Quay St","AddressLine2":"Dock 2","AddressLine3":"",
            "City":"Portland","State":"OR","ZipCode":"97209","CountryCode":"USA","TelephoneNo":"503-555-0142","TelephoneExt":"12","EmailAddress":"ap@harbor.example",
            "TermsCode":"01","CustomerStatus":"A","CreditHold":"Y","CreditLimit":5000.00,"CurrentBalance":1250.5,"AgingCategory1":0,"AgingCategory2":250.5,
            "AgingCategory3":0,"AgingCategory4":1000,"OpenOrderAmt":51}
            """));
        Assert.Equal(
            """
            {"Account_Name":"Harbor Pump Co","Account_Type":"Customer","Phone":"503-555-0142 x12","Billing_Street":"18 Quay St, Dock 2","Billing_City":"Portland",
            "Billing_State":"Oregon","Billing_Code":"97209","Billing_Country":"United States","Sage_Customer_No":"01-HARB01","Sage_Email":"ap@harbor.example",
            "Sage_Terms":"01","Sage_Status":"Active","Sage_Credit_Hold":true,"Sage_Credit_Limit":5000.00,"Sage_Balance":1250.5,"Sage_Open_Orders":51,
            "Sage_Aging_1":0,"Sage_Aging_2":250.5,"Sage_Aging_3":0,"Sage_Aging_4":1000}
            """.ReplaceLineEndings(""), Plain(account));
    }

    [Fact]
    public void Its_credit_status_stays_in_Sage_where_the_company_says_so()
    {
        var account = Shipped.Map("sage-100-customer-to-crm-account",
            Shipped.Json("""{"ARDivisionNo":"01","CustomerNo":"H","CustomerName":"Harbor","CreditHold":"Y","CurrentBalance":7}"""),
            new MappingContext { Variables = new Dictionary<string, string> { ["credit"] = "no" } });
        Assert.DoesNotContain("Sage_Credit", Plain(account));
        Assert.DoesNotContain("Sage_Balance", Plain(account));
    }

    [Theory]
    [InlineData("Ana Ruiz", "Ana", "Ruiz")]
    [InlineData("Jan van der Berg", "Jan van der", "Berg")]
    [InlineData("王小明", null, "王小明")]
    [InlineData("  Cher ", null, "Cher")]
    [InlineData("محمد علي", "محمد", "علي")]
    public void A_person_s_last_word_is_the_last_name(string name, string? first, string last)
    {
        var contact = Shipped.Map("sage-100-contact-to-crm-contact", JsonSerializer.SerializeToElement(new { ContactName = name }));
        Assert.Equal(first, contact.TryGetProperty("First_Name", out var given) ? given.GetString() : null);
        Assert.Equal(last, contact.GetProperty("Last_Name").GetString());
    }

    [Fact]
    public void A_vendor_has_its_address_and_state()
    {
        var vendor = Shipped.Map("sage-100-vendor-to-crm-vendor", Shipped.Json(
            """{"APDivisionNo":"00","VendorNo":"ACME","VendorName":"Acme Supply","City":"Salem","State":"OR","CountryCode":"USA","VendorStatus":"I","HoldPayment":"N"}"""));
        Assert.Equal(
            """{"Vendor_Name":"Acme Supply","City":"Salem","State":"Oregon","Country":"United States","Sage_Vendor_No":"00-ACME","Sage_Payment_Hold":false,"Sage_Status":"Inactive"}""",
            Plain(vendor));
    }

    [Theory]
    [InlineData("01", "Cash")]
    [InlineData("77", "77")]
    public void An_account_is_called_by_its_number_and_its_type_by_its_name(string type, string shown)
    {
        var account = Shipped.Map("sage-100-account-to-crm-gl-account", JsonSerializer.SerializeToElement(
            new
            {
                AccountKey = "000000001", Account = "1000-00", AccountDesc = "Cash in bank", MainAccountCode = "1000",
                AccountType = type, Status = "A"
            }));
        Assert.Equal(
            $$"""{"Name":"1000-00 Cash in bank","Account":"1000-00","Main_Account":"1000","Account_Description":"Cash in bank","Account_Type":"{{shown}}","Account_Status":"Active"}""",
            Plain(account));
    }

    [Fact]
    public void An_order_s_lines_and_adjustment_come_to_what_the_books_say()
    {
        var order = Shipped.Map("sage-100-order-to-crm-salesorder", Shipped.Json("""
            {"SalesOrderNo":"0004182","ARDivisionNo":"01","CustomerNo":"HARB01","OrderDate":"20240229","OrderStatus":"O","TaxableAmt":48.45,"NonTaxableAmt":0,
            "FreightAmt":5,"SalesTaxAmt":3.51,"DiscountAmt":1,"Lines":[
            {"LineKey":"000001","ItemCode":"GASKET-12","ItemCodeDesc":"Gasket","QuantityOrdered":12,"UnitPrice":4.25,"LineDiscountPercent":5,"ExtensionAmt":48.45},
            {"LineKey":"000002","ItemCode":"/C","ItemCodeDesc":"Comment","QuantityOrdered":0,"UnitPrice":0,"LineDiscountPercent":0,"ExtensionAmt":0}]}
            """));
        Assert.Equal(
            (55.96m, "2024-02-29", "Approved"),
            (Amount(order, "Sage_Total"), order.GetProperty("Sage_Order_Date").GetString(), order.GetProperty("Status").GetString()));
        var lines = order.GetProperty("Ordered_Items").EnumerateArray().ToList();
        var sum = lines.Sum(line => (Amount(line, "Quantity") * Amount(line, "List_Price")) - Amount(line, "Discount")) + Amount(order, "Adjustment");
        Assert.Equal(Amount(order, "Sage_Total"), sum);
    }

    private static decimal Amount(JsonElement record, string name) => record.TryGetProperty(name, out var value) ? value.GetDecimal() : 0;

    private static string Plain(JsonElement record) => JsonSerializer.Serialize(record, Readable);

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
