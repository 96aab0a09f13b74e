using Isthmus.Flows.Tests.Crash;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.IntacctToCrm;

public sealed class When_a_look_at_Intacct_fails_at_any_moment(Lanes lanes, ITestOutputHelper output) : AtAnyMoment(lanes, output),
    IClassFixture<Lanes>
{
    [Theory]
    [InlineData(Form.Refused)]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task There_is_one_record_a_key_after_the_nth_vendor_call(Form form) =>
        SurvivesAsync(() => new OneIntacctLook(), Place.VendorCall, form, sampled: 31);

    [Theory]
    [InlineData(Form.Refused)]
    [InlineData(Form.KilledAfter)]
    public Task There_is_one_record_a_key_after_the_nth_write(Form form) =>
        SurvivesAsync(() => new OneIntacctLook(), Place.Write, form, sampled: 61);
}
