using Isthmus.Core.Failures;

namespace Isthmus.Core.Tests.Failures;

public sealed class When_an_owner_is_looked_for
{
    private static readonly FailurePolicyOptions Options = new()
    {
        Owners =
        [
            new() { Connection = "sage-100", Code = "item-missing", Owner = "warehouse" },
            new() { Connection = "sage-100", Owner = "accounting" },
            new() { Class = FailureClass.Auth, Owner = "platform" },
        ],
    };

    [Theory]
    [InlineData("sage-100", "item-missing", FailureClass.ReferenceMissing, "warehouse")]
    [InlineData("sage-100", "other", FailureClass.Auth, "accounting")]
    [InlineData("stripe", "other", FailureClass.Auth, "platform")]
    [InlineData("stripe", "item-missing", FailureClass.Validation, "finance")]
    public void The_first_rule_that_fits_names_it_else_the_class(string connection, string code, FailureClass kind, string owner) =>
        Assert.Equal(owner, FailurePolicy.Owner(new Failure(kind, connection, "read", code, "It failed.", "Mend it."), Options));
}
