using Isthmus.Functions.Customers;

namespace Isthmus.Flows.Tests.Customers;

public sealed class When_customer_rules_are_set
{
    [Fact]
    public void Every_mistake_is_named_at_once()
    {
        var wrong = new CustomerOptions
        {
            OnDeletedInStripe = "delete",
            OnMergedInZoho = "unlink",
            Authority = new()
            {
                Identity = "sage", Custom = "sage",
                Fields = new Dictionary<string, string> { ["phone"] = "me", ["colour"] = "zoho", ["segment"] = "sage" }
            },
        };
        Assert.Equal(
            [
                "Isthmus:Customers:OnDeletedInStripe", "Isthmus:Customers:Authority:Identity",
                "Isthmus:Customers:Authority:Fields:phone", "Isthmus:Customers:Authority:Fields:colour"
            ],
            CustomerRules.Check(wrong, ["segment"]).Select(problem => problem.Name));
    }

    [Fact]
    public void The_usual_ones_are_good() => Assert.Empty(CustomerRules.Check(new CustomerOptions(), []));
}
