using Isthmus.Flows.Tests.Crash;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Customers;

public sealed class When_customers_are_carried_at_a_bad_moment(Lanes lanes, ITestOutputHelper output)
    : AtAnyMoment(lanes, output), IClassFixture<Lanes>
{
    [Theory]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledAfter)]
    public Task There_is_one_contact_after_the_nth_vendor_call(Form form) =>
        SurvivesAsync(() => new NewCustomer(), Place.VendorCall, form, sampled: 2);

    [Theory]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledBefore)]
    public Task There_is_one_customer_after_the_nth_vendor_call(Form form) =>
        SurvivesAsync(() => new NewContact(), Place.VendorCall, form, sampled: 3);

    [Fact]
    public Task Nor_does_the_nth_write_matter() => SurvivesAsync(() => new NewCustomer(), Place.Write, Form.KilledAfter, sampled: 20);
}
