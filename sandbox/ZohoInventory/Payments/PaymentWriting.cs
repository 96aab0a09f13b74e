using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Payments;

/// <summary>Records, updates and deletes customer payments.</summary>
internal static class PaymentWriting
{
    public static Answer Create(ApiCall call)
    {
        var (company, body) = (call.Company, call.Body);
        var customer = HeaderReading.Customer(company, body);
        var currency = company.Currency(customer.CurrencyId);
        var amount = Positive(body, "amount", currency.Precision) ?? throw Refusal.Required("amount");
        var plan = Settlement.Plan(company, customer.Id, Parts(body, currency.Precision), amount);
        var payment = new Payment
        {
            Id = company.Series.NextId(),
            Number = company.Series.NextNumber("PMT", number => company.Payments.By("payment_number", number).Count > 0)[4..]
                .TrimStart('0'),
            CustomerId = customer.Id,
            CustomerName = customer.Name,
            CurrencyId = currency.Id,
            ExchangeRate = currency.ExchangeRate,
            Amount = amount,
            Created = call.Now,
        };
        Write(call, payment, isUpdate: false);
        customer.UnusedCredits += amount;
        Settlement.Apply(company, payment, plan);
        company.Payments.Add(payment);
        company.Report("customerpayment.created", payment);
        return Answer.Created("The payment from the customer has been recorded", "payment", PaymentView.Full(company, payment));
    }

    public static Answer Update(ApiCall call)
    {
        var (company, body) = (call.Company, call.Body);
        var payment = PaymentRoutes.Find(call);
        if (body.Text("customer_id") is { } customer && customer != payment.CustomerId) throw Refusal.Value("customer_id");
        var amount = Positive(body, "amount", company.Currency(payment.CurrencyId).Precision) ?? payment.Amount;
        if (!body.Has("invoices") && amount < payment.Amount - payment.Unused) throw Refusal.Value("amount");
        company.Payments.Change(payment, () =>
        {
            if (body.Has("invoices")) ApplyAnew(call, payment, amount);
            Write(call, payment, isUpdate: true);
            company.Contacts.Find(payment.CustomerId)!.UnusedCredits += amount - payment.Amount;
            payment.Amount = amount;
        });
        company.Report("customerpayment.edited", payment);
        return new Answer("The payment information has been saved.", "payment", PaymentView.Full(company, payment));
    }

    public static Answer SetCustomFields(ApiCall call)
    {
        var payment = PaymentRoutes.Find(call);
        Custom(call, payment, call.Body.Entries, isUpdate: true);
        payment.Modified = call.Now;
        call.Company.Report("customerpayment.edited", payment);
        return Answer.Done("Custom Fields Updated Successfully");
    }

    public static Answer Delete(ApiCall call)
    {
        var company = call.Company;
        var payment = PaymentRoutes.Find(call);
        company.Payments.Remove(payment);
        foreach (var part in payment.Applied.ToList()) Settlement.TakeOff(company, payment, part);
        company.Contacts.Find(payment.CustomerId)!.UnusedCredits -= payment.Amount;
        company.Report("customerpayment.deleted", payment);
        return Answer.Done("The payment has been deleted.");
    }

    private static void ApplyAnew(ApiCall call, Payment payment, decimal amount)
    {
        var before = payment.Applied.ToList();
        foreach (var part in before) Settlement.TakeOff(call.Company, payment, part);
        try
        {
            var parts = Parts(call.Body, call.Company.Currency(payment.CurrencyId).Precision);
            Settlement.Apply(call.Company, payment, Settlement.Plan(call.Company, payment.CustomerId, parts, amount));
        }
        catch (Refusal)
        {
            foreach (var part in before) Settlement.PutBack(call.Company, payment, part);
            throw;
        }
    }

    private static void Write(ApiCall call, Payment payment, bool isUpdate)
    {
        var (company, body) = (call.Company, call.Body);
        var account = company.Account(body.Text("account_id") ?? (isUpdate ? payment.AccountId : null)).Id;
        var place = company.PlaceId(body) ?? payment.LocationId;
        var rate = body.Number("exchange_rate") ?? payment.ExchangeRate;
        if (rate <= 0) throw Refusal.Value("exchange_rate");
        var charges = body.Number("bank_charges") ?? payment.BankCharges;
        if (charges < 0) throw Refusal.Value("bank_charges");
        Custom(call, payment, body.Children("custom_fields"), isUpdate);
        (payment.AccountId, payment.LocationId, payment.ExchangeRate) = (account, place, rate);
        payment.BankCharges = Amounts.Round(charges, company.Currency(payment.CurrencyId).Precision);
        payment.Mode = body.Text("payment_mode") ?? payment.Mode;
        payment.Date = body.Date("date") ?? (isUpdate ? payment.Date : CompanyClock.Date(call.Now));
        payment.ReferenceNumber = body.Text("reference_number") ?? payment.ReferenceNumber;
        payment.Description = body.Text("description") ?? payment.Description;
        payment.Modified = call.Now;
    }

    private static void Custom(ApiCall call, Payment payment, IEnumerable<Body> given, bool isUpdate) =>
        payment.Custom.Apply(call.Company, "customerpayment", given, isUpdate,
            call.Company.Payments.Rows.Where(other => other != payment).Select(other => other.Custom));

    private static decimal? Positive(Body body, string name, int precision) =>
        body.Number(name) is not { } value ? null : value > 0 ? Amounts.Round(value, precision) : throw Refusal.Value(name);

    private static IEnumerable<(string, decimal)> Parts(Body body, int precision) => body.Children("invoices").Select(part =>
        (part.Needed("invoice_id"), Positive(part, "amount_applied", precision) ?? throw Refusal.Required("amount_applied")));
}
