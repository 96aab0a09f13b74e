using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Payments;

internal static class PaymentView
{
    public static JsonObject Row(Company company, Payment payment)
    {
        var currency = company.Currency(payment.CurrencyId);
        var numbers = payment.Applied.Select(part => company.Invoices.Find(part.InvoiceId)!.Number);
        return new JsonObject
        {
            ["payment_id"] = payment.Id,
            ["payment_number"] = payment.Number,
            ["invoice_number"] = string.Join(", ", numbers),
            ["date"] = CompanyClock.Show(payment.Date),
            ["payment_mode"] = payment.Mode,
            ["amount"] = payment.Amount,
            ["bcy_amount"] = Amounts.Round(payment.Amount * payment.ExchangeRate, company.BaseCurrency.Precision),
            ["unused_amount"] = payment.Unused,
            ["amount_refunded"] = 0,
            ["bank_charges"] = payment.BankCharges,
            ["status"] = "success",
            ["account_id"] = payment.AccountId,
            ["account_name"] = company.Account(payment.AccountId).Name,
            ["description"] = payment.Description,
            ["reference_number"] = payment.ReferenceNumber,
            ["customer_id"] = payment.CustomerId,
            ["customer_name"] = payment.CustomerName,
            ["currency_id"] = currency.Id,
            ["currency_code"] = currency.Code,
            ["exchange_rate"] = payment.ExchangeRate,
            ["created_time"] = CompanyClock.Stamp(payment.Created),
            ["last_modified_time"] = CompanyClock.Stamp(payment.Modified),
            ["custom_field_hash"] = payment.Custom.ToHash(company, "customerpayment"),
        };
    }

    public static JsonObject Full(Company company, Payment payment)
    {
        var view = Row(company, payment);
        view["currency_symbol"] = company.Currency(payment.CurrencyId).Symbol;
        view["email"] = company.Contacts.Find(payment.CustomerId)?.Primary?.Email ?? "";
        view["tax_amount_withheld"] = 0;
        view["invoices"] = new JsonArray([.. payment.Applied.Select(part => (JsonNode)Part(company, part))]);
        view["custom_fields"] = payment.Custom.ToArray(company, "customerpayment");
        return view;
    }

    private static JsonObject Part(Company company, Application part)
    {
        var invoice = company.Invoices.Find(part.InvoiceId)!;
        return new JsonObject
        {
            ["invoice_payment_id"] = part.Id,
            ["invoice_id"] = invoice.Id,
            ["invoice_number"] = invoice.Number,
            ["date"] = CompanyClock.Show(invoice.Date),
            ["invoice_amount"] = invoice.Total,
            ["amount_applied"] = part.Amount,
            ["balance_amount"] = invoice.Balance,
        };
    }
}
