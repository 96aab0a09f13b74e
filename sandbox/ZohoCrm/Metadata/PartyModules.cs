using Isthmus.Sandbox.ZohoCrm.Organization;
using static Isthmus.Sandbox.ZohoCrm.Metadata.StandardModules;

namespace Isthmus.Sandbox.ZohoCrm.Metadata;

/// <summary>Those one deals with, and what one sells them.</summary>
internal static class PartyModules
{
    public static IEnumerable<CrmModule> All() =>
    [
        Module("Accounts", "Account", "Account_Name", """
            Account_Name text:200 !
            Account_Number text:40
            Account_Type picklist:Analyst|Competitor|Customer|Distributor|Investor|Partner|Prospect|Supplier|Vendor|Other
            Account_Site text:80
            Phone phone:30
            Fax phone:30
            Website website:255
            Parent_Account lookup:Accounts
            Ownership picklist:Other|Private|Public|Subsidiary|Partnership|Government
            Industry picklist:ASP|Data_Storage|ERP|Government|Manufacturing|Wholesale|Retail|Service_Provider
            Employees integer:9
            Annual_Revenue currency
            SIC_Code integer:9
            Ticker_Symbol text:30
            Rating picklist:Acquired|Active|Market_Failed|Project_Cancelled|Shut_Down
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
            Description textarea:32000
            Currency picklist $
            Exchange_Rate double $
            """),
        Module("Contacts", "Contact", "Full_Name", """
            Full_Name text:120 =
            First_Name text:40
            Last_Name text:80 !
            Salutation picklist:Mr.|Mrs.|Ms.|Dr.|Prof.
            Email email:100
            Secondary_Email email:100
            Phone phone:50
            Mobile phone:30
            Home_Phone phone:30
            Other_Phone phone:30
            Fax phone:30
            Title text:100
            Department text:50
            Account_Name lookup:Accounts
            Vendor_Name lookup:Vendors
            Reporting_To lookup:Contacts
            Lead_Source picklist:Advertisement|Cold_Call|Employee_Referral|External_Referral|Partner|Web_Research
            Date_of_Birth date
            Email_Opt_Out boolean
            Mailing_Street text:250
            Mailing_City text:100
            Mailing_State text:100
            Mailing_Zip text:30
            Mailing_Country text:100
            Other_Street text:250
            Other_City text:100
            Other_State text:100
            Other_Zip text:30
            Other_Country text:100
            Description textarea:32000
            Currency picklist $
            Exchange_Rate double $
            """, duplicateField: "Email"),
        Module("Vendors", "Vendor", "Vendor_Name", """
            Vendor_Name text:120 !
            Email email:100
            Phone phone:30
            Website website:255
            Category text:50
            GL_Account picklist:Sales-Software|Sales-Hardware|Rental-Income|Interest-Income|Sales-Software-Support
            Street text:250
            City text:100
            State text:100
            Zip_Code text:30
            Country text:100
            Description textarea:32000
            Currency picklist $
            Exchange_Rate double $
            """, Tier.Professional),
        Module("Products", "Product", "Product_Name", """
            Product_Name text:200 !
            Product_Code text:100
            Product_Active boolean
            Vendor_Name lookup:Vendors
            Product_Category picklist:Hardware|Software|CRM_Applications
            Manufacturer picklist:AltvetPet_Inc.|LexPon_Inc.|MetBeat_Corp.
            Unit_Price currency
            Usage_Unit picklist:Box|Carton|Dozen|Each|Hours|Lb|Pack|Pages|Pieces|Sheet|Sq_Ft
            Taxable boolean
            Tax multiselectpicklist:Sales_Tax|Vat
            Qty_in_Stock double
            Qty_Ordered double
            Qty_in_Demand double
            Reorder_Level double
            Description textarea:32000
            """),
        Module("Deals", "Deal", "Deal_Name", """
            Deal_Name text:120 !
            Stage picklist !
            Pipeline picklist
            Amount currency
            Closing_Date date
            Account_Name lookup:Accounts
            Contact_Name lookup:Contacts
            Probability percent
            Expected_Revenue currency =
            Type picklist:Existing_Business|New_Business
            Lead_Source picklist:Advertisement|Cold_Call|Employee_Referral|External_Referral|Partner|Web_Research
            Next_Step text:100
            Reason_For_Loss__s picklist:Expectation_Mismatch|Price|Lack_of_response|Competition|Future_Interest|Other
            Description textarea:32000
            Currency picklist $
            Exchange_Rate double $
            """),
    ];
}
